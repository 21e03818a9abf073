using System.Text.Json.Nodes;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The line of the catalog that says how an operation is recognized.</summary>
internal static class RoutingLine
{
    /// <summary>Whether the operation is called without a signature.</summary>
    public static bool IsUnsigned(JsonObject operation) =>
        (string?)operation["authtype"] is "none" || operation["auth"]?.ToJsonString().Contains("noAuth") == true;

    /// <summary>The line.</summary>
    public static string Of(ServiceModel model, string name, JsonObject operation)
    {
        var (method, uri) = ((string)operation["http"]!["method"]!, (string)operation["http"]!["requestUri"]!);
        var line = new TokenLine(name).With("m", method == "POST" ? null : method).With("u", uri == "/" ? null : uri)
            .Flag("unsigned", IsUnsigned(operation))
            .Flag("optional", (string?)operation["authtype"] is "optional")
            .Flag("deprecated", operation["deprecated"] is not null);
        if ((string?)operation["input"]?["shape"] is not { } input) return line.ToString();
        var shape = model.Shape(input);
        var required = shape.Facts["required"]?.AsArray().Select(r => (string)r!).ToHashSet() ?? [];
        return line.Flag("streams", Streams(model, shape))
            .With("q", Required(shape, required, "querystring"))
            .With("h", Required(shape, required, "header"))
            .ToString();
    }

    private static bool Streams(ServiceModel model, ModelShape shape) => shape.Members.Any(m =>
        m.Name == (string?)shape.Facts["payload"]
        && (m.Facts["streaming"] is not null || model.Shape(m.Target).Facts["streaming"] is not null));

    private static string? Required(ModelShape shape, HashSet<string> required, string location)
    {
        var names = shape.Members.Where(m => m.Text("location") == location && required.Contains(m.Name))
            .Select(m => m.Text("locationName") ?? m.Name).ToList();
        return names.Count == 0 ? null : string.Join(',', names);
    }
}
