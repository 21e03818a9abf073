using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.AutoScaling.Ids;

/// <summary>The key of anything of Auto Scaling: a name, or names within names.</summary>
/// <param name="Value">The names, with a character between them that no name has.</param>
[JsonConverter(typeof(KeyJsonConverter<ScalingKey>))]
public readonly record struct ScalingKey(string Value) : IKey<ScalingKey>
{
    private const char Between = '\u001f';

    /// <inheritdoc/>
    public static ScalingKey From(string value) => new(value);

    /// <summary>The key of names within names.</summary>
    public static ScalingKey Of(params IEnumerable<string> names) => new(string.Join(Between, names));

    /// <summary>The names that a key was made of.</summary>
    public string[] Names => Value.Split(Between);

    /// <inheritdoc/>
    public int CompareTo(ScalingKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
