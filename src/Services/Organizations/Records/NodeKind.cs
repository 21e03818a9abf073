using System.Text.Json.Serialization;

namespace Orrery.Services.Organizations.Records;

/// <summary>What stands in the tree of an organization. Persisted by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeKind>))]
public enum NodeKind
{
    /// <summary>The root.</summary>
    Root,

    /// <summary>An organizational unit.</summary>
    Unit,

    /// <summary>An account.</summary>
    Account,
}
