using Orrery.Operations;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>DescribeRule.</summary>
public sealed class DescribeRule : IReadOperation<DescribeRuleRequest, DescribeRuleResult>
{
}
