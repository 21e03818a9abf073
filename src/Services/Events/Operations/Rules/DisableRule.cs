using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>DisableRule.</summary>
public sealed class DisableRule : IWriteOperation<DisableRuleRequest, DisableRuleResult>
{
}
