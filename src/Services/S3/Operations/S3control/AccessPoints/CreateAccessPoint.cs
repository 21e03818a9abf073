using Orrery.Contracts;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;
using Scope = Orrery.Kernel.State.Scope;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>
/// Makes an access point. Source: S3 API Reference, CreateAccessPoint (S3 Control). Guessed: the errors of buckets of
/// other regions and accounts, and that a VPC does not have to be there.
/// </summary>
public sealed class CreateAccessPoint : IWriteOperation<CreateAccessPointRequest, CreateAccessPointResult>
{
    private const string VpcStart = "vpc-";

    /// <inheritdoc/>
    public CreateAccessPointResult Run(CreateAccessPointRequest request, Call call)
    {
        var scope = new Scope(Accounts.Checked(request.AccountId, call), call.Region);
        var name = request.Name ?? "";
        if (!PointNames.IsValid(name)) throw PointErrors.InvalidName();
        Headers.RefuseOthers(("scopes of access points", request.Scope));
        var bucket = BucketOf(request, call, scope);
        if (request.VpcConfiguration is { VpcId: var vpc } && !IsVpc(vpc))
            throw Errors.InvalidRequest("The VPC ID that was specified is not valid");
        var points = call.Write(Tables.Points, scope);
        if (points.Find(new(name)) is not null) throw PointErrors.Exists();
        call.Hold(S3Quotas.AccessPoints, points.Count, PointErrors.TooMany);
        var point = new PointRecord
        {
            Name = new(name),
            Bucket = bucket.Name,
            BucketAccount = bucket.Account,
            Alias = new(PointNames.NewAlias(call, name)),
            Created = call.Now,
            VpcId = request.VpcConfiguration?.VpcId,
            PublicAccess = request.PublicAccessBlockConfiguration is { } sent
                ? BlockShapes.Read(sent)
                : PublicAccess.All,
            Tags = request.Tags is { Count: > 0 } tags ? Tags.OfPoint(tags) : null,
        };
        points.Put(point);
        call.Write(Tables.Aliases, Scope.World)
            .Put(new(point.Alias, scope.Account, scope.Region, point.Name, point.Bucket));
        return new() { AccessPointArn = new PointPlace(scope, point).Arn, Alias = point.Alias.Value };
    }

    private static NameRecord BucketOf(CreateAccessPointRequest request, Call call, Scope scope)
    {
        if (BucketRules.NameOf(call, request.Bucket ?? "") is not { } bucket)
            throw Errors.InvalidRequest("An access point can be created only for an existing bucket.");
        if (bucket.Region != scope.Region)
            throw Errors.InvalidRequest("The access point and its bucket must be in the same region.");
        if (request.BucketAccountId is { } expected && expected != bucket.Account)
            throw Errors.InvalidRequest("BucketAccountId must be the account that owns the bucket.");
        // That a bucket is another account's has to be said.
        return request.BucketAccountId is not null || bucket.Account == scope.Account
            ? bucket
            : throw Errors.AccessDenied();
    }

    private static bool IsVpc(string? id) =>
        id is { Length: 12 or 21 } && id.StartsWith(VpcStart, StringComparison.Ordinal)
        && !id.AsSpan(VpcStart.Length).ContainsAnyExcept("0123456789abcdef");
}
