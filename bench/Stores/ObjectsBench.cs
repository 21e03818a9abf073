using System.Diagnostics;
using System.Globalization;
using Orrery.Bench.Servers;
using Orrery.Contracts;
using Orrery.Contracts.Contents;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Operations.Contents;
using Orrery.Services.S3;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Stores.Contents;
using Orrery.Stores.Sqlite;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Bench.Stores;

/// <summary>A world in its SQLite file, with a bucket of many objects that have no bytes.</summary>
public sealed class ObjectsBench : IAsyncDisposable
{
    private const string Bucket = "bench-bucket";
    private const int AtOnce = 2000;

    private static readonly CallInfo Info = new(
        new Scope("123456789012", "eu-west-1"), Caller.Root("123456789012"), "s3:Bench", "bench");

    private readonly TemporaryFolder _folder;
    private readonly Worlds _worlds;
    private readonly World _world;

    private ObjectsBench(TemporaryFolder folder, Worlds worlds, World world)
    {
        _folder = folder;
        _worlds = worlds;
        _world = world;
    }

    /// <summary>A world with so many objects.</summary>
    public static async Task<ObjectsBench> StartAsync(int objects)
    {
        var ports = Ports.None.With<IQuotas>(new NoLimits()).With<IContentStore>(new MemoryContents());
        var house = new House([S3Service.Registration], ports);
        var settings = new WorldSettings
        {
            Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Mode = ClockMode.Stepped, Delays = Delays.None,
        };
        var folder = new TemporaryFolder();
        var worlds = new Worlds(house.Blueprint, new SqliteStorage(folder.Path), settings);
        var bench = new ObjectsBench(folder, worlds, await worlds.CreateAsync("bench"));
        await bench.RunAsync(call => new CreateBucket().Run(
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
            await bench.RunAsync(call =>
            {
                for (var n = first; n < Math.Min(first + AtOnce, objects); n++)
                {
                    var key = string.Create(CultureInfo.InvariantCulture, $"logs/{n:d9}");
                    new PutObject().Run(new() { Bucket = Bucket, Key = key }, nothing, call);
                }

                return true;
            });
        }

        return bench;
    }

    /// <summary>Milliseconds of a listing of 1,000 keys in the middle: the median of several.</summary>
    public double List(int objects)
    {
        var after = string.Create(CultureInfo.InvariantCulture, $"logs/{objects / 2:d9}");
        var times = new List<double>();
        for (var run = 0; run < 11; run++)
        {
            var watch = Stopwatch.StartNew();
            _world.Query(Info, call => new ListObjectsV2().Run(new() { Bucket = Bucket, StartAfter = after }, call));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Report.Median.Of(times);
    }

    /// <summary>Seconds of days with a lifecycle that moves and at last removes every object.</summary>
    public async Task<double> AgeAsync(int days)
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(call => new PutBucketLifecycleConfiguration().Run(
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
        await _world.Clock.AdvanceAsync(TimeSpan.FromDays(days + 1));
        return watch.Elapsed.TotalSeconds;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _worlds.DisposeAsync();
        _folder.Dispose();
    }

    private Task<T> RunAsync<T>(Func<Call, T> body) => _world.ExecuteAsync(Info, body);
}
