using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Views;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Lists the buckets of an account, in all regions, by name.</summary>
public sealed class ListBuckets : IReadOperation<ListBucketsRequest, ListBucketsResult>
{
    private const int Most = 10_000;

    /// <inheritdoc/>
    public ListBucketsResult Run(ListBucketsRequest request, ReadCall call)
    {
        if (call.Caller.Kind == CallerKind.Anonymous) throw Errors.AccessDenied();
        if (request.MaxBuckets is < 1 or > Most) throw Errors.InvalidArgument(
            $"Argument max-buckets must be an integer between 1 and {Most}", "max-buckets", $"{request.MaxBuckets}");
        var after = request.ContinuationToken is { } token ? Tokens.Read(token) : null;
        var prefix = request.Prefix ?? "";
        var page = call.Read(Tables.Names, Scope.World).From(new(after ?? ""))
            .Where(name => name.Account == call.Account && name.Name.Value != after
                && name.Name.Value.StartsWith(prefix, StringComparison.Ordinal)
                && (request.BucketRegion is null || request.BucketRegion == name.Region))
            .Take((request.MaxBuckets ?? Most) + 1).ToList();
        var isCut = page.Count > (request.MaxBuckets ?? Most);
        if (isCut) page.RemoveAt(page.Count - 1);
        return new()
        {
            Buckets = [.. page.Select(name => View(call, name))],
            Owner = Owners.Of(call.Account),
            ContinuationToken = isCut ? Tokens.Write(page[^1].Name.Value) : null,
            Prefix = request.Prefix,
        };
    }

    private static Bucket View(ReadCall call, NameRecord name) => new()
    {
        Name = name.Name.Value,
        CreationDate = call.Read(Tables.Buckets, new Scope(name.Account, name.Region)).Find(name.Name)?.Created,
        BucketRegion = name.Region,
        BucketArn = $"arn:aws:s3:::{name.Name}",
    };
}
