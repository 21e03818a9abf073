using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>PutRule.</summary>
public sealed class PutRule : IWriteOperation<PutRuleRequest, PutRuleResult>
{
}
