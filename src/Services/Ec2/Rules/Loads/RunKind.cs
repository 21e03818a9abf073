using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What decides what an instance without credits does in a minute that it runs through.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Vcpus">Its vCPUs; null for those of its type.</param>
/// <param name="Detailed">Whether it has detailed monitoring.</param>
/// <param name="Loads">Its loads.</param>
internal sealed record RunKind(string Type, int? Vcpus, bool Detailed, IReadOnlyList<LoadRecord> Loads)
{
    /// <inheritdoc/>
    public bool Equals(RunKind? other) =>
        other is not null && Type == other.Type && Vcpus == other.Vcpus && Detailed == other.Detailed
        && (ReferenceEquals(Loads, other.Loads)
            || Loads.Select(load => load.Id).SequenceEqual(other.Loads.Select(load => load.Id)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Vcpus, Detailed, Loads.Count);
}
