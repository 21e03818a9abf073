using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Tells about an access point. Source: S3 API Reference, GetAccessPoint (S3 Control).</summary>
public sealed class GetAccessPoint : IReadOperation<GetAccessPointRequest, GetAccessPointResult>
{
    /// <inheritdoc/>
    public GetAccessPointResult Run(GetAccessPointRequest request, ReadCall call)
    {
        var place = PointRules.Own(call, request.AccountId, request.Name);
        var (point, region) = (place.Point, place.Scope.Region);
        return new()
        {
            Name = point.Name.Value,
            Bucket = point.Bucket.Value,
            BucketAccountId = point.BucketAccount,
            NetworkOrigin = NetworkOriginWire.Parse(place.Origin),
            VpcConfiguration = point.VpcId is { } vpc ? new() { VpcId = vpc } : null,
            PublicAccessBlockConfiguration = BlockShapes.View(point.PublicAccess),
            CreationDate = point.Created,
            Alias = point.Alias.Value,
            AccessPointArn = place.Arn,
            // S3 API Reference, "Amazon S3 endpoints": access points have them with FIPS and both address families.
            Endpoints = new Dictionary<string, string>
            {
                ["dualstack"] = $"s3-accesspoint.dualstack.{region}.amazonaws.com",
                ["fips"] = $"s3-accesspoint-fips.{region}.amazonaws.com",
                ["fips_dualstack"] = $"s3-accesspoint-fips.dualstack.{region}.amazonaws.com",
                ["ipv4"] = $"s3-accesspoint.{region}.amazonaws.com",
            },
        };
    }
}
