using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>ListRuleNamesByTarget.</summary>
public sealed class ListRuleNamesByTarget : IReadOperation<ListRuleNamesByTargetRequest, ListRuleNamesByTargetResult>
{
}
