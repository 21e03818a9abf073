using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Models;

/// <summary>One service's model.</summary>
internal sealed class ServiceModel(string id, JsonObject model)
{
    private readonly Dictionary<string, ModelShape> _shapes = model["shapes"]!.AsObject()
        .ToDictionary(s => s.Key, s => new ModelShape(s.Key, s.Value!.AsObject()), StringComparer.Ordinal);

    /// <summary>The file's name, for example <c>elbv2</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The name in namespaces and classes, for example <c>Elbv2</c>.</summary>
    public string CSharpName { get; } = Names.Pascal(id);

    /// <summary>Names and protocols of the service.</summary>
    public JsonObject Metadata { get; } = model["metadata"]!.AsObject();

    /// <summary>Paginators by operation.</summary>
    public JsonObject Paginators { get; } = model["paginators"]!.AsObject();

    /// <summary>All operations by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Operations { get; } = model["operations"]!.AsObject()
        .ToDictionary(o => o.Key, o => o.Value!.AsObject(), StringComparer.Ordinal);

    /// <summary>A shape by name.</summary>
    public ModelShape Shape(string name) => _shapes[name];

    /// <summary>A fact of the metadata as text, or null.</summary>
    public string? Fact(string name) => (string?)Metadata[name];

    /// <summary>The protocols; the first is botocore's preferred one.</summary>
    public IReadOnlyList<string> Protocols { get; } = model["metadata"]!["protocols"] is JsonArray several
        ? [.. several.Select(p => (string)p!)]
        : [(string)model["metadata"]!["protocol"]!];
}
