using Orrery.Contracts.Alarms;
using Orrery.Contracts.Capacity;
using Orrery.Contracts.Flows;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Loads;
using Orrery.Contracts.Maps;
using Orrery.Contracts.Metrics;
using Orrery.Contracts.Names;
using Orrery.Contracts.OnPremises;
using Orrery.Contracts.Parameters;
using Orrery.Contracts.Sharing;
using Orrery.Contracts.Tracing;
using Orrery.Operations;
using Orrery.Services.Ec2.Bodies;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Metadata;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Services.Ec2;

/// <summary>EC2 as a part of the house.</summary>
public static class Ec2Service
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "ec2",
        Operations = Ec2Operations.All,
        Tables =
        [
            .. Tables.All,
            .. TransitTables.All,
            .. VpnTables.All,
            .. EndpointTables.All,
            .. InstanceTables.All,
            .. FlowLogTables.All,
            .. AccessScopeTables.All,
            .. TemplateTables.All,
            .. SpotTables.All,
            .. LoadTables.All,
            .. BodyTables.All,
            .. VolumeTables.All,
            .. HealthTables.All,
            .. CapacityTables.All,
        ],
        Quotas =
        [
            .. VpcQuotas.All,
            .. TransitQuotas.All,
            .. VpnQuotas.All,
            .. EndpointQuotas.All,
            .. InstanceQuotas.All,
            .. SpotQuotas.All,
            .. VolumeQuotas.All,
            .. ImageQuotas.All,
        ],
        Timers =
        [
            new NatGatewayLoop(),
            new NatGatewayAddressLoop(),
            new PeeringLoop(),
            new PrefixListLoop(),
            new VpnGatewayLoop(),
            new CustomerGatewayLoop(),
            new VpnConnectionLoop(),
            new VpnRouteLoop(),
            new InsightsLoop(),
            new AccessScopeLoop(),
            new TransitGatewayLoop(),
            new TransitAttachmentLoop(),
            new TransitAssociationLoop(),
            new TransitRouteTableLoop(),
            new InstanceLoop(),
            new InstanceSettingsLoop(),
            new FlowLogLoop(),
            new EndpointLoop(),
            new TransitReferenceLoop(),
            new SpotInstanceLoop(),
            new SpotRequestLoop(),
            new FleetLoop(),
            new RecoveryLoop(),
            new ZoneFailureLoop(),
            new InstanceProfileLoop(),
            new VolumeLoop(),
            new VolumeAttachmentLoop(),
            new VolumeModificationLoop(),
            new SnapshotLoop(),
            new CapacityReservationLoop(),
        ],
        Initializers = [new RegionInitializer(), new AwsPrefixLists(), new SpotMarketInitializer()],
        Followers = [new BodyFollower()],
        Offer = ports => ports
            .With<ITracer>(new NetworkTracer())
            .With<IReachSearcher>(new NetworkSearcher())
            .With<IExplainer>(new NetworkExplainer())
            .With<IOnPremises>(new OnPremisesSides())
            .With<INetworkMap>(new NetworkMapper())
            .With<IFlowSender>(new FlowSender())
            .With<IFlowLogReader>(new FlowLogReader())
            .With<IFlowLogDelivery>(new LocalFlowLogSink())
            .With<ICapacity>(new CapacityDesk())
            .With<ISpotNotices>(new CapacityDesk())
            .With<IZoneFailures>(new ZoneDesk())
            .With<ILoads>(new LoadDesk())
            .With<IRunHistory>(new RunHistory())
            .Also<IMetricSource>(new InstanceMetrics())
            .Also<IMetricSource>(new LoadMetrics())
            .Also<IMetricSource>(new VolumeMetrics())
            .With<IInstanceMetadata>(new MetadataDesk())
            .With<IInstanceBodies>(new BodyDesk())
            .With<IConsoles>(new BodyDesk())
            .With<IImpairments>(new ImpairmentDesk())
            .With<IInstanceSupply>(new InstanceSupply())
            .With<IInstanceMarket>(new MarketDesk())
            .With<IInstanceLikeness>(new LikenessDesk())
            .With<IImages>(new ImageDesk())
            .Also<IPublicParameters>(new ImageParameters())
            .Also<IAlarmAction>(new InstanceAlarmAction())
            .Also<IShareable>(new Shareables())
            .Also<IResourceFacts>(new ResourceAccess())
            .With<IEndpointDoors>(new EndpointDesk())
            .With<INameResolver>(new NameDesk())
            .With(new TopologyMemory()),
    };
}
