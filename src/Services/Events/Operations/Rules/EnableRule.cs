using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>EnableRule.</summary>
public sealed class EnableRule : IWriteOperation<EnableRuleRequest, EnableRuleResult>
{
}
