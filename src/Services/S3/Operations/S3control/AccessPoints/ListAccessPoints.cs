using Orrery.Operations.Listing;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;
using Scope = Orrery.Kernel.State.Scope;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>
/// Lists the access points of an account in a region. Source: S3 API Reference, ListAccessPoints (S3 Control).
/// </summary>
public sealed class ListAccessPoints : IReadOperation<ListAccessPointsRequest, ListAccessPointsResult>
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public ListAccessPointsResult Run(ListAccessPointsRequest request, ReadCall call)
    {
        var scope = new Scope(Accounts.Checked(request.AccountId, call), call.Region);
        Headers.RefuseOthers(
            ("lists of access points by data source", request.DataSourceId),
            ("lists of access points by data source", request.DataSourceType));
        if (request.Bucket is { } bucket && BucketRules.NameOf(call, bucket) is null)
            throw Errors.InvalidRequest("An access point can be listed only for an existing bucket.");
        var all = call.Read(Tables.Points, scope).All()
            .Where(point => request.Bucket is null || point.Bucket.Value == request.Bucket);
        var (items, next) = KeyPages.Sorted(
            all, static point => point.Name.Value, request.MaxResults is > 0 and var most ? most : Most,
            request.NextToken, static () => Errors.InvalidRequest("The next token is not valid."));
        return new()
        {
            AccessPointList = [.. items.Select(point => View(new(scope, point)))],
            NextToken = next,
        };
    }

    private static AccessPoint View(PointPlace place) => new()
    {
        Name = place.Point.Name.Value,
        NetworkOrigin = NetworkOriginWire.Parse(place.Origin),
        VpcConfiguration = place.Point.VpcId is { } vpc ? new() { VpcId = vpc } : null,
        Bucket = place.Point.Bucket.Value,
        BucketAccountId = place.Point.BucketAccount,
        AccessPointArn = place.Arn,
        Alias = place.Point.Alias.Value,
    };
}
