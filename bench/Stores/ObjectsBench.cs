using System.Diagnostics;
using System.Globalization;
using Orrery.Bench.Servers;
using Orrery.Contracts;
using Orrery.Contracts.Contents;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Operations.Contents;
using Orrery.Services.S3;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Stores.Contents;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Bench.Stores;

/// <summary>A world in its SQLite file, with a bucket of many objects that have no bytes.</summary>
public sealed class ObjectsBench : IAsyncDisposable
{
    private const string Bucket = "bench-bucket";
    private const int AtOnce = 2000;

    private readonly BenchWorld _world;

    private ObjectsBench(BenchWorld world) => _world = world;

    /// <summary>A world with so many objects.</summary>
    public static async Task<ObjectsBench> StartAsync(int objects)
    {
        var ports = Ports.None.With<IQuotas>(new NoLimits()).With<IContentStore>(new MemoryContents());
        var world = await BenchWorld.StartAsync(ports, Delays.None, S3Service.Registration);
        await world.RunAsync(call => new CreateBucket().Run(
            new()
            {
                Bucket = Bucket,
                CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
            },
            call));
        using var digester = new Digester(DigestKind.Md5 | DigestKind.Crc64Nvme);
        var nothing = StagedContent.Nothing with { Digests = digester.Result() };
        for (var from = 0; from < objects; from += AtOnce)
        {
            var first = from;
            await world.RunAsync(call =>
            {
                for (var n = first; n < Math.Min(first + AtOnce, objects); n++)
                {
                    var key = string.Create(CultureInfo.InvariantCulture, $"logs/{n:d9}");
                    new PutObject().Run(new() { Bucket = Bucket, Key = key }, nothing, call);
                }

                return true;
            });
        }

        return new(world);
    }

    /// <summary>
    /// Milliseconds of a listing of 1,000 keys in the middle: the median of so many that the code is compiled as the
    /// program has it.
    /// </summary>
    public double List(int objects)
    {
        var after = string.Create(CultureInfo.InvariantCulture, $"logs/{objects / 2:d9}");
        var times = new List<double>();
        for (var run = 0; run < 201; run++)
        {
            var watch = Stopwatch.StartNew();
            _world.Query(call => new ListObjectsV2().Run(new() { Bucket = Bucket, StartAfter = after }, call));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Report.Median.Of(times);
    }

    /// <summary>Seconds of days with a lifecycle that moves and at last removes every object.</summary>
    public async Task<double> AgeAsync(int days)
    {
        var watch = Stopwatch.StartNew();
        await _world.RunAsync(call => new PutBucketLifecycleConfiguration().Run(
            new()
            {
                Bucket = Bucket,
                LifecycleConfiguration = new()
                {
                    Rules =
                    [
                        new()
                        {
                            ID = "age",
                            Status = ExpirationStatus.Enabled,
                            Filter = new() { Prefix = "" },
                            Expiration = new() { Days = Math.Max(1, days - 1) },
                        },
                    ],
                },
            },
            call));
        await _world.AdvanceAsync(TimeSpan.FromDays(days + 1));
        return watch.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
