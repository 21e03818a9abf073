using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>What a volume did in a minute.</summary>
/// <param name="At">The minute.</param>
/// <param name="Span">As what it was had.</param>
/// <param name="Reads">Operations.</param>
/// <param name="Writes">Operations.</param>
internal readonly record struct VolumeMinute(long At, VolumeSpanRecord Span, double Reads, double Writes)
{
    /// <summary>The bytes of an operation, as the metrics of instances take them to be.</summary>
    public const double BytesPerOperation = 16 * 1024;

    /// <summary>The share of the burst bucket that is left at the end of the minute, 0 to 1; of gp2 only.</summary>
    public double Burst { get; init; } = 1;
}
