using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What decides what an instance without credits does in a minute that it runs through.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Detailed">Whether it has detailed monitoring.</param>
/// <param name="Loads">Its loads.</param>
internal sealed record RunKind(string Type, bool Detailed, IReadOnlyList<LoadRecord> Loads)
{
    /// <inheritdoc/>
    public bool Equals(RunKind? other) =>
        other is not null && Type == other.Type && Detailed == other.Detailed
        && (ReferenceEquals(Loads, other.Loads)
            || Loads.Select(load => load.Id).SequenceEqual(other.Loads.Select(load => load.Id)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Detailed, Loads.Count);
}
