using Orrery.Kernel.State;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Points;

/// <summary>An access point and where its record is.</summary>
/// <param name="Scope">Its account and region.</param>
/// <param name="Point">The access point.</param>
internal sealed record PointPlace(Scope Scope, PointRecord Point)
{
    /// <summary>Its ARN.</summary>
    public string Arn => new PointAddress(Scope, Point.Name.Value, null).Arn;

    /// <summary>
    /// From where requests may come, as AWS writes it (s3:AccessPointNetworkOrigin).
    /// </summary>
    public string Origin => Point.VpcId is null ? "Internet" : "VPC";
}
