/** Each reads an invoice from its input as a type of the generated client, and prints the amount. */
export const PROGRAMS = {
  'Read.java': `
import com.fasterxml.jackson.databind.ObjectMapper;
import org.openapitools.client.model.InvoiceWithLines;

public class Read {
  public static void main(String[] arguments) throws Exception {
    InvoiceWithLines invoice = new ObjectMapper().readValue(System.in, InvoiceWithLines.class);
    Long amount = invoice.getLines().get(0).getUnitAmount();
    System.out.println(amount);
  }
}
`,
  'Read.kt': `
import com.google.gson.Gson
import org.openapitools.client.models.InvoiceWithLines

fun main() {
    val invoice = Gson().fromJson(readLine(), InvoiceWithLines::class.java)
    val amount: kotlin.Long = invoice.lines[0].unitAmount
    println(amount)
}
`,
  'Read.cs': `
using System;
using Newtonsoft.Json;
using Org.OpenAPITools.Model;

public class Read {
  public static void Main() {
    var invoice = JsonConvert.DeserializeObject<InvoiceWithLines>(Console.In.ReadToEnd());
    long? amount = invoice.Lines[0].UnitAmount;
    Console.WriteLine(amount);
  }
}
`,
  'read.go': `
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	var invoice InvoiceWithLines
	if err := json.NewDecoder(os.Stdin).Decode(&invoice); err != nil {
		panic(err)
	}
	var amount int64 = invoice.Lines[0].UnitAmount
	fmt.Println(amount)
}
`,
  'read.py': `
import sys
import openapi_client

class Answer:
    data = sys.stdin.read()

invoice = openapi_client.ApiClient().deserialize(Answer, 'InvoiceWithLines')
print(invoice.lines[0].unit_amount)
`,
} as const;
