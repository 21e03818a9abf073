using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>ListRules.</summary>
public sealed class ListRules : IReadOperation<ListRulesRequest, ListRulesResult>
{
}
