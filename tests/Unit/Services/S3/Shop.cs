using System.Text;
using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Contents;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Contents;
using Orrery.Services.S3;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Services.S3.Operations.Multipart;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Stores.Contents;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>S3 alone, with a bucket; takes bytes in and gives them out as the dispatcher does.</summary>
internal sealed class Shop
{
    public const string Bucket = "a-bucket";

    public Shop(bool versioned = false, params Service[] others)
        : this(Delays.None, others)
    {
        if (versioned) Version(BucketVersioningStatus.Enabled);
    }

    public Shop(Delays delays, params Service[] others)
    {
        Rig = Rig.Of(
            [S3Service.Registration, .. others],
            Ports.None.With<IDeliveryJudge>(new DeliveryJudge()).With<IKeyJudge>(new KeyJudge())
                .With<IContentStore>(Store)
                .With<IQuotas>(new Quotas(new Dictionary<string, int>())),
            delays);
        Make(Bucket);
    }

    public Rig Rig { get; }

    public MemoryContents Store { get; } = new();

    public void Make(string bucket) => Rig.Run(new CreateBucket(), new CreateBucketRequest
    {
        Bucket = bucket,
        CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
    });

    public void Version(BucketVersioningStatus status) => Rig.Run(new PutBucketVersioning(), new()
    {
        Bucket = Bucket, VersioningConfiguration = new() { Status = status },
    });

    public PutObjectResult Put(string key, string text, Func<PutObjectRequest, PutObjectRequest>? with = null)
    {
        var request = new PutObjectRequest { Bucket = Bucket, Key = key };
        return Stage(new PutObject(), with?.Invoke(request) ?? request, Encoding.UTF8.GetBytes(text));
    }

    public GetObjectResult Read(string key, Func<GetObjectRequest, GetObjectRequest>? with = null)
    {
        var request = new GetObjectRequest { Bucket = Bucket, Key = key };
        return Rig.Run(new GetObject(), with?.Invoke(request) ?? request);
    }

    public string Get(string key, Func<GetObjectRequest, GetObjectRequest>? with = null)
    {
        using var body = ((ServedContent)Read(key, with).Body!).Begin(Store, null);
        using var bytes = new MemoryStream();
        body.CopyToAsync(bytes).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    public DeleteObjectResult Delete(string key, string? version = null) =>
        Rig.Run(new DeleteObject(), new DeleteObjectRequest { Bucket = Bucket, Key = key, VersionId = version });

    public CopyObjectResult Copy(string from, string to, Func<CopyObjectRequest, CopyObjectRequest>? with = null)
    {
        var request = new CopyObjectRequest { Bucket = Bucket, Key = to, CopySource = $"{Bucket}/{from}" };
        return Stage(new CopyObject(), with?.Invoke(request) ?? request, []);
    }

    public ListObjectsV2Result List(Func<ListObjectsV2Request, ListObjectsV2Request>? with = null)
    {
        var request = new ListObjectsV2Request { Bucket = Bucket };
        return Rig.Run(new ListObjectsV2(), with?.Invoke(request) ?? request);
    }

    public ListObjectVersionsResult Versions(
        Func<ListObjectVersionsRequest, ListObjectVersionsRequest>? with = null)
    {
        var request = new ListObjectVersionsRequest { Bucket = Bucket };
        return Rig.Run(new ListObjectVersions(), with?.Invoke(request) ?? request);
    }

    public string Begin(string key, Func<CreateMultipartUploadRequest, CreateMultipartUploadRequest>? with = null)
    {
        var request = new CreateMultipartUploadRequest { Bucket = Bucket, Key = key };
        return Rig.Run(new CreateMultipartUpload(), with?.Invoke(request) ?? request).UploadId!;
    }

    public UploadPartResult Part(
        string key, string upload, int number, byte[] bytes, Func<UploadPartRequest, UploadPartRequest>? with = null)
    {
        var request = new UploadPartRequest { Bucket = Bucket, Key = key, UploadId = upload, PartNumber = number };
        return Stage(new UploadPart(), with?.Invoke(request) ?? request, bytes);
    }

    /// <summary>The order, the bytes, the run: as the dispatcher does it.</summary>
    public TResult Stage<TRequest, TResult>(
        IStagingOperation<TRequest, TResult> operation, TRequest request, byte[] bytes)
    {
        var order = Rig.Ask(call => operation.Order(request, call));
        var staged = Staging.TakeAsync(Store, order, new WireBody(bytes), default).AsTask().GetAwaiter().GetResult();
        try
        {
            var result = Rig.Do(call => operation.Run(request, staged, call));
            if (staged.Id is { } kept) Store.Settle(kept);
            return result;
        }
        catch (Orrery.Core.ServiceException)
        {
            if (staged.Id is { } unwanted) Store.Discard(unwanted);
            throw;
        }
    }
}
