using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>DeleteRule.</summary>
public sealed class DeleteRule : IWriteOperation<DeleteRuleRequest, DeleteRuleResult>
{
}
