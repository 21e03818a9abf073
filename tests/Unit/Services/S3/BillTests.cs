using CsCheck;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// What buckets are charged for. Sources: S3 user guide, "Understanding and managing Amazon S3 storage classes"; S3
/// pricing page.
/// </summary>
public sealed class BillTests
{
    private const double DayOfSeconds = 86_400;
    private readonly Shop _shop = new();

    // Whatever comes and goes whenever: bytes times seconds, counted each hour, are what is told.
    [Fact]
    public void Stored_bytes_are_counted_to_the_second() => Gen
        .Select(Gen.Int[0, 3], Gen.Int[0, 60], Gen.Int[1, 300_000]).Array[1, 15].Sample(
            static steps =>
            {
                var shop = new Shop();
                var (sum, bytes) = (0d, new Dictionary<string, long>());
                foreach (var (what, hours, size) in steps)
                {
                    var key = $"k{size % 3}";
                    if (what == 0 && bytes.Remove(key)) shop.Delete(key);
                    if (what > 0)
                    {
                        shop.Put(key, new string('x', size), request => request with
                        {
                            StorageClass = what == 1 ? StorageClass.Standard : StorageClass.StandardIa,
                        });
                        bytes[key] = what == 1 ? size : Math.Max(size, 128 * 1024);
                    }

                    sum += bytes.Values.Sum() * hours * 3600d;
                    shop.Rig.Advance(TimeSpan.FromHours(hours));
                }

                var told = Uses(shop).Where(static use => use.Kind == StoreUseKind.StoredByteSeconds)
                    .Sum(static use => use.Amount);
                return Math.Abs(told - sum) <= 1e-9 * Math.Max(1, sum);
            },
            iter: 100);

    [Fact]
    public void Archives_are_charged_with_what_they_add_and_days_are_told_apart()
    {
        _shop.Put("k", "12345", static request => request with { StorageClass = StorageClass.Glacier });
        _shop.Days(2.5);
        Assert.Equal(
            [(0, 5 + 32_768d), (1, 5 + 32_768d), (2, (5 + 32_768) / 2d)],
            Days("GLACIER", StoreUseKind.StoredByteSeconds));
        Assert.Equal([(0, 8192d), (1, 8192d), (2, 4096d)], Days("STANDARD", StoreUseKind.StoredByteSeconds));
    }

    [Fact]
    public void What_goes_before_its_time_is_charged_for_the_rest()
    {
        _shop.Put("k", Aging.Large, static request => request with { StorageClass = StorageClass.StandardIa });
        _shop.Days(20);
        _shop.Delete("k");
        Assert.Equal([(20, 10 * 131_072d)], Days("STANDARD_IA", StoreUseKind.EarlyDeletedByteSeconds));
        _shop.Put("k", Aging.Large, static request => request with { StorageClass = StorageClass.StandardIa });
        _shop.Days(30);
        _shop.Delete("k");
        Assert.Single(Days("STANDARD_IA", StoreUseKind.EarlyDeletedByteSeconds));
    }

    [Fact]
    public void Transitions_are_requests_and_time_counts_from_them()
    {
        _shop.Age(Aging.Rule() with
        {
            Transitions = [Aging.To(TransitionStorageClass.StandardIa, 30)], Expiration = new() { Days = 40 },
        });
        _shop.Put("k", Aging.Large);
        _shop.Days(50);
        Assert.Equal([(30, 1 / DayOfSeconds)], Days("STANDARD_IA", StoreUseKind.TransitionRequests));
        Assert.Equal([(40, 20 * 131_072d)], Days("STANDARD_IA", StoreUseKind.EarlyDeletedByteSeconds));
        Assert.Equal(30, Days("STANDARD", StoreUseKind.StoredByteSeconds).Count);
        Assert.Equal(10, Days("STANDARD_IA", StoreUseKind.StoredByteSeconds).Count);
    }

    [Fact]
    public void Requests_and_what_is_read_are_counted_by_kind_and_class()
    {
        _shop.Note(
            _shop.Visit("PutObject", "PUT") with { BytesReceived = 10 },
            _shop.Visit("ListObjectsV2", "GET", null) with { BytesSent = 100 },
            _shop.Visit("GetObject", "GET") with { BytesSent = 7, StorageClass = "STANDARD_IA" },
            _shop.Visit("HeadObject", "HEAD"),
            _shop.Visit("DeleteObject", "DELETE"),
            _shop.Visit("GetObject", "GET") with { Status = 404, ErrorCode = "NoSuchKey" },
            _shop.Visit("GetObject", "GET") with { Status = 403, Caller = null },
            _shop.Visit("GetObject", "GET") with { Status = 503 });
        Assert.Equal(
            [
                "DownloadedBytes STANDARD 100", "DownloadedBytes STANDARD_IA 7", "ReadRequests STANDARD 2",
                "ReadRequests STANDARD_IA 1", "RetrievedBytes STANDARD_IA 7", "UploadedBytes STANDARD 10",
                "WriteRequests STANDARD 2",
            ],
            Uses(_shop).Select(static use => $"{use.Kind} {use.StorageClass} {use.Amount}").Order());
    }

    [Fact]
    public void Restores_are_charged_by_their_speed_and_a_bucket_that_is_gone_is_charged_still()
    {
        _shop.Put("k", "12345", static request => request with { StorageClass = StorageClass.Glacier });
        _shop.Rig.Run(new RestoreObject(), new RestoreObjectRequest
        {
            Bucket = Shop.Bucket, Key = "k",
            RestoreRequest = new() { Days = 1, GlacierJobParameters = new() { Tier = Tier.Bulk } },
        });
        _shop.Delete("k");
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Shop.Bucket });
        Assert.Contains(Uses(_shop), static use =>
            use is { Kind: StoreUseKind.RetrievedBytes, StorageClass: "GLACIER:Bulk", Amount: 5 });
        Assert.Contains(Uses(_shop), static use => use.Kind == StoreUseKind.EarlyDeletedByteSeconds);
    }

    // Amounts in days, not seconds, so that they can be read.
    private List<(int Day, double Amount)> Days(string storageClass, StoreUseKind kind) =>
        [.. Uses(_shop).Where(use => use.Kind == kind && use.StorageClass == storageClass)
            .Select(static use => (
                use.Day.DayNumber - DateOnly.FromDateTime(Rig.Start.UtcDateTime).DayNumber,
                use.Amount / DayOfSeconds))];

    private static List<StoreUse> Uses(Shop shop) => shop.Rig.Ask(static call => call.Port<IStoreUses>().Read(
        call, call.Scope, DateOnly.FromDateTime(Rig.Start.UtcDateTime), DateOnly.FromDateTime(call.Now.UtcDateTime))
        .ToList());
}
