using Orrery.Contracts.Contents;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Metrics;
using Orrery.Contracts.Stores;
using Orrery.Services.S3.Gate;
using Orrery.Services.S3.Loops;
using Orrery.Services.S3.Ports;

namespace Orrery.Services.S3;

/// <summary>Amazon S3 as a part of the house.</summary>
public static class S3Service
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "s3",
        Operations = S3Operations.All,
        RequestRules = new StoreRules(),
        Tables = Tables.All,
        Timers =
        [
            new LifecycleLoop(), new LifecycleRest(), new LifecycleScan(), new ReplicaLoop(), new RestoreLoop(),
            new LogLoop(), new InventoryLoop(), new AnalyticsLoop(), new FollowLoop(), new SealedReplicaLoop(),
        ],
        Quotas = S3Quotas.All,
        Offer = ports => Offered(ports),
    };

    private static Kernel.Ports Offered(Kernel.Ports ports)
    {
        var access = new BucketAccess();
        return ports.Also<IContentUser>(new ContentUser()).Also<IResourcePolicies>(access).Also<IResourceFacts>(access)
            .With<IStoreAccess>(access)
            .Also<IMetricSource>(new StorageMetrics()).Also<IMetricSource>(new ReplicaMetrics())
            .With<IStoreFront>(new StoreFront()).With<IStoreLedger>(new StoreLedger())
            .With<IStoreUses>(new StoreUses()).With<IStoreIntake>(new StoreIntake());
    }
}
