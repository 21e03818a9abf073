using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Orrery.Contracts.Capacity;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Instances;
using Orrery.Contracts.Loads;
using Orrery.Contracts.Maps;
using Orrery.Contracts.Scaling;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Admin;

/// <summary>The JSON of the admin API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(AdminError))]
[JsonSerializable(typeof(AdvanceRequest))]
[JsonSerializable(typeof(AdvanceResult))]
[JsonSerializable(typeof(ChartView))]
[JsonSerializable(typeof(StoreUseView[]))]
[JsonSerializable(typeof(CapacityRequest))]
[JsonSerializable(typeof(CapacityView))]
[JsonSerializable(typeof(CapacityView[]))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(CoverageView[]))]
[JsonSerializable(typeof(DenialView))]
[JsonSerializable(typeof(DenialView[]))]
[JsonSerializable(typeof(DiffView))]
[JsonSerializable(typeof(ExplainView))]
[JsonSerializable(typeof(FlowLogItem[]))]
[JsonSerializable(typeof(FlowLogView))]
[JsonSerializable(typeof(ForkRequest))]
[JsonSerializable(typeof(GroupExplanation))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(Impairment))]
[JsonSerializable(typeof(Impairment[]))]
[JsonSerializable(typeof(ImpairmentRequest))]
[JsonSerializable(typeof(InterruptionView))]
[JsonSerializable(typeof(IssuerFacts))]
[JsonSerializable(typeof(IssuerFacts[]))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(LocalStackHealth))]
[JsonSerializable(typeof(LocalStackInfo))]
[JsonSerializable(typeof(InstanceLoad))]
[JsonSerializable(typeof(LoadFile))]
[JsonSerializable(typeof(LoadState[]))]
[JsonSerializable(typeof(NetworkMap))]
[JsonSerializable(typeof(QuotaView[]))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SentView))]
[JsonSerializable(typeof(OnPremisesRequest))]
[JsonSerializable(typeof(OnPremisesView))]
[JsonSerializable(typeof(OnPremisesView[]))]
[JsonSerializable(typeof(LetterView))]
[JsonSerializable(typeof(LetterView[]))]
[JsonSerializable(typeof(TopView))]
[JsonSerializable(typeof(ResolveView))]
[JsonSerializable(typeof(WhoCanView))]
[JsonSerializable(typeof(TraceView))]
[JsonSerializable(typeof(ReachView))]
[JsonSerializable(typeof(SimulationRequest))]
[JsonSerializable(typeof(SimulationView))]
[JsonSerializable(typeof(ZoneFailure))]
[JsonSerializable(typeof(ZoneFailure[]))]
[JsonSerializable(typeof(ZoneFailureRequest))]
[JsonSerializable(typeof(WorldView))]
[JsonSerializable(typeof(WorldView[]))]
public sealed partial class AdminJson : JsonSerializerContext;
