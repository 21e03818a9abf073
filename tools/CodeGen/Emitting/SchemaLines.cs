using System.Text.Json.Nodes;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The lines of one entry of the schema text.</summary>
internal sealed class SchemaLines(ServedShapes shapes)
{
    /// <summary>An operation's line.</summary>
    public IEnumerable<string> Operation(string name)
    {
        var operation = shapes.Model.Operations[name];
        var input = operation["input"];
        var output = operation["output"];
        var line = new TokenLine("@" + name)
            .With("in", name + "Request")
            .With("out", name + "Result")
            .With("status", operation["http"]!["responseCode"] is { } code && (int)code != 200 ? code.ToString() : null)
            .With("wrap", (string?)output?["resultWrapper"])
            .With("root", (string?)input?["locationName"])
            .With("x", (string?)input?["xmlNamespace"]?["uri"])
            .With("host", (string?)operation["endpoint"]?["hostPrefix"]);
        if (shapes.Model.Protocols.Contains("rest-xml") && output is not null)
        {
            var shape = shapes.Model.Shape((string)output["shape"]!);
            line.With("oroot", (string?)output["locationName"] ?? (string?)shape.Facts["locationName"] ?? shape.Name);
        }

        line.Flag("unwrapped", operation["unwrappedOutput"] is not null);
        line.With("err", Joined(operation["errors"]?.AsArray().Select(e => (string)e!["shape"]!)));
        return [Paging(line, shapes.Model.Paginators[name]).ToString()];
    }

    /// <summary>A shape's lines.</summary>
    public IEnumerable<string> Shape(string name, ModelShape shape)
    {
        var line = new TokenLine(name).Word(Letter(shape.Type).ToString());
        Traits(line, shape);
        if (IsRenamed(name, shape)) line.With("n", shape.Name);
        yield return line.ToString();
        foreach (var value in shape.EnumValues) yield return " " + Token.Escape(value);
        foreach (var member in shape.Members) yield return Member(shape, member);
        foreach (var part in new[] { "member", "key", "value" })
        {
            if (shape.Part(part) is { } use) yield return Member(shape, use);
        }
    }

    /// <summary>An error's lines: of its members only the message, which is all that errors carry.</summary>
    public IEnumerable<string> Error(ModelShape shape)
    {
        var line = new TokenLine(shape.Name).Word("S");
        Traits(line, shape);
        yield return line.ToString();
        foreach (var member in shape.Members)
        {
            if (string.Equals(member.Name, "message", StringComparison.OrdinalIgnoreCase))
            {
                yield return $" {member.Name} :s";
            }
        }
    }

    // rest-xml names root elements after shapes, so that a shape that C# names otherwise keeps its own name.
    private bool IsRenamed(string name, ModelShape shape) =>
        shape.IsStructure && name == shape.Name + "Shape" && shape.Facts["locationName"] is null
        && shapes.Model.Protocols.Contains("rest-xml");

    private static void Traits(TokenLine line, ModelShape shape)
    {
        var facts = shape.Facts;
        line.Flag("flat", Truth(facts["flattened"])).Flag("secret", Truth(facts["sensitive"]))
            .Flag("union", Truth(facts["union"])).Flag("events", Truth(facts["eventstream"]))
            .Flag("fault", Truth(facts["fault"])).Flag("stream", Truth(facts["streaming"]))
            .With("min", facts["min"]?.ToString()).With("max", facts["max"]?.ToString())
            .With("p", shape.IsEnum ? null : (string?)facts["pattern"])
            .With("t", (string?)facts["timestampFormat"])
            .With("n", (string?)facts["locationName"]);
        Namespace(line, facts);
        if (facts["error"] is not JsonObject error) return;
        line.Flag("E", true).With("code", (string?)error["code"]).With("status", error["httpStatusCode"]?.ToString())
            .Flag("sender", Truth(error["senderFault"]));
    }

    private static void Namespace(TokenLine line, JsonObject facts)
    {
        if (facts["xmlNamespace"] is JsonObject space)
        {
            line.With("x", (string?)space["uri"]).With("xp", (string?)space["prefix"]);
        }
        else
        {
            line.With("x", (string?)facts["xmlNamespace"]);
        }
    }

    private static bool Truth(JsonNode? fact) => fact is not null && (bool)fact;

    private static char Letter(string type) => type switch
    {
        "structure" => 'S',
        "list" => 'L',
        "map" => 'M',
        "string" => 's',
        "integer" => 'i',
        "long" => 'l',
        "float" => 'f',
        "double" => 'd',
        "boolean" => 'b',
        "timestamp" => 't',
        "blob" => 'x',
        "document" => 'j',
        _ => throw new InvalidOperationException($"There is no type {type}."),
    };

    private static string? Joined(IEnumerable<string>? names) =>
        names?.ToList() is { Count: > 0 } several ? string.Join(',', several) : null;

    private static TokenLine Paging(TokenLine line, JsonNode? paging) => paging is null
        ? line
        : line.With("pi", Several(paging["input_token"])).With("po", Several(paging["output_token"]))
            .With("pl", (string?)paging["limit_key"]).With("pr", Several(paging["result_key"]))
            .With("pm", (string?)paging["more_results"]);

    private static string? Several(JsonNode? node) =>
        node is JsonArray list ? string.Join(',', list.Select(i => (string)i!)) : (string?)node;

    private string Target(ModelShape target) => target.Type == "document"
        ? ":j"
        : target.IsPlain ? ":" + Letter(target.Type) : shapes.TypeName(target.Name);

    private string Member(ModelShape shape, ModelMember member)
    {
        var facts = member.Facts;
        var target = shapes.Model.Shape(member.Target);
        var isPayload = (string?)shape.Facts["payload"] == member.Name && shape.Members.Count > 0;
        var line = new TokenLine(" " + member.Name)
            .Word(Target(target))
            .Flag("req", shape.Facts["required"]?.AsArray().Any(r => (string?)r == member.Name) == true)
            .With("n", member.Text("locationName")).With("q", member.Text("queryName"))
            .With("at", isPayload ? "payload" : member.Text("location"))
            .With("t", member.Text("timestampFormat"))
            .Flag("flat", Truth(facts["flattened"])).Flag("attr", Truth(facts["xmlAttribute"]))
            .Flag("token", Truth(facts["idempotencyToken"])).Flag("host", Truth(facts["hostLabel"]))
            .Flag("json", Truth(facts["jsonvalue"])).Flag("stream", Truth(facts["streaming"]))
            .Flag("event", Truth(facts["eventpayload"]));
        Namespace(line, facts);
        return line.ToString();
    }
}
