using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Models;

/// <summary>One use of a shape in a model.</summary>
/// <param name="Name">The member's name, or <c>member</c>, <c>key</c>, <c>value</c>.</param>
/// <param name="Facts">The model's facts.</param>
internal sealed record ModelMember(string Name, JsonObject Facts)
{
    /// <summary>The name of the shape.</summary>
    public string Target => (string)Facts["shape"]!;

    /// <summary>A fact as text, or null.</summary>
    public string? Text(string name) => (string?)Facts[name];
}
