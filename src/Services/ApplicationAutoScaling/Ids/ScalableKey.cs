using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.ApplicationAutoScaling.Ids;

/// <summary>The key of a scalable target, or of a part of one.</summary>
/// <param name="Value">Namespace, dimension and resource, and what is within.</param>
[JsonConverter(typeof(KeyJsonConverter<ScalableKey>))]
public readonly record struct ScalableKey(string Value) : IKey<ScalableKey>
{
    private const char Between = '\u001f';

    /// <inheritdoc/>
    public static ScalableKey From(string value) => new(value);

    /// <summary>The key of a target.</summary>
    public static ScalableKey Of(string space, string dimension, string resource) =>
        new(string.Join(Between, space, dimension, resource));

    /// <summary>The key of a part of this.</summary>
    public ScalableKey Part(string name) => new(Value + Between + name);

    /// <inheritdoc/>
    public int CompareTo(ScalableKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
