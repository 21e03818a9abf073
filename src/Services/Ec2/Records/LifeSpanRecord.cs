namespace Orrery.Services.Ec2.Records;

/// <summary>A while in which an instance ran unchanged.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; null while it lasts.</param>
/// <param name="Type">Its type.</param>
/// <param name="Credits">Standard or unlimited; null where its type is not burstable.</param>
/// <param name="Detailed">Whether it had detailed monitoring.</param>
/// <param name="Vcpus">Its vCPUs; null for those of its type.</param>
public sealed record LifeSpanRecord(
    DateTimeOffset From, DateTimeOffset? To, string Type, string? Credits, bool Detailed, int? Vcpus = null);
