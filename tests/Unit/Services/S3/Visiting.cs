using Orrery.Contracts.Stores;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.S3;
using Orrery.Services.S3.Operations.Buckets;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Requests as the program notes them, and what S3 itself writes.</summary>
internal static class Visiting
{
    private static int _request;

    public static StoreVisit Visit(this Shop shop, string operation, string method, string? key = "k") => new()
    {
        At = shop.Rig.World.Clock.Now,
        Operation = operation,
        Method = method,
        Uri = $"/{Shop.Bucket}/{key}",
        Bucket = Shop.Bucket,
        Key = key,
        Caller = Caller.Root("123456789012"),
        RequestId = $"r{Interlocked.Increment(ref _request):d9}",
        RemoteAddress = "192.0.2.3",
        Status = 200,
    };

    public static void Note(this Shop shop, params StoreVisit[] visits) => shop.Rig.Do(call =>
    {
        call.Port<IStoreLedger>().Note(call, Shop.Bucket, visits);
        return true;
    });

    /// <summary>Lets a service of S3 put objects into another bucket.</summary>
    public static void Let(this Shop shop, string bucket, string principal) => shop.Rig.Run(
        new PutBucketPolicy(), new PutBucketPolicyRequest
        {
            Bucket = bucket,
            Policy = $$$$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{{{principal}}}}"},
                 "Action":"s3:PutObject","Resource":"arn:aws:s3:::{{{{bucket}}}}/*",
                 "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::a-bucket"},
                 "StringEquals":{"aws:SourceAccount":"123456789012"}}}]}
                """,
        });

    public static List<string> KeysOf(this Shop shop, string bucket) =>
        [.. (shop.List(request => request with { Bucket = bucket }).Contents ?? []).Select(static one => one.Key!)];

    public static byte[] BytesOf(this Shop shop, string bucket, string key)
    {
        using var body = ((Orrery.Operations.Contents.ServedContent)shop
            .Read(key, request => request with { Bucket = bucket }).Body!).Begin(shop.Store, null);
        using var bytes = new MemoryStream();
        body.CopyToAsync(bytes).GetAwaiter().GetResult();
        return bytes.ToArray();
    }
}
