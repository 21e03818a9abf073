using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Targets;

/// <summary>ListTargetsByRule.</summary>
public sealed class ListTargetsByRule : IReadOperation<ListTargetsByRuleRequest, ListTargetsByRuleResult>
{
}
