using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Models;

/// <summary>One shape of a model.</summary>
internal sealed class ModelShape(string name, JsonObject facts)
{
    private static readonly HashSet<string> NoFacts = ["type"];

    /// <summary>AWS's name of it.</summary>
    public string Name { get; } = name;

    /// <summary>The model's facts.</summary>
    public JsonObject Facts { get; } = facts;

    /// <summary>The type, with <c>document</c> for JSON values.</summary>
    public string Type { get; } = facts["document"] is not null ? "document" : (string)facts["type"]!;

    /// <summary>The members of a structure.</summary>
    public IReadOnlyList<ModelMember> Members { get; } = facts["members"] is JsonObject members
        ? [.. members.Select(m => new ModelMember(m.Key, m.Value!.AsObject()))]
        : [];

    /// <summary>The element of a list, the key and value of a map.</summary>
    public ModelMember? Part(string part) => Facts[part] is JsonObject facts ? new ModelMember(part, facts) : null;

    /// <summary>Whether it is an enumeration.</summary>
    public bool IsEnum => Type == "string" && Facts["enum"] is JsonArray { Count: > 0 };

    /// <summary>Whether it is a structure with members (not a document).</summary>
    public bool IsStructure => Type == "structure";

    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> EnumValues =>
        Facts["enum"] is JsonArray values ? [.. values.Select(v => (string)v!).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>Whether it is a scalar without any further fact, so that its name does not matter.</summary>
    public bool IsPlain => Type is not ("structure" or "list" or "map") && Facts.All(f => NoFacts.Contains(f.Key));
}
