using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Views;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Rules;

/// <summary>Describes a rule.</summary>
public sealed class DescribeRule : IReadOperation<DescribeRuleRequest, DescribeRuleResult>
{
    /// <inheritdoc/>
    public DescribeRuleResult Run(DescribeRuleRequest request, ReadCall call)
    {
        var record = BusRules.Rule(call, request.EventBusName, request.Name!);
        var rule = EventsViews.Rule(call.Scope, record);
        return new()
        {
            Name = rule.Name,
            Arn = rule.Arn,
            EventPattern = rule.EventPattern,
            ScheduleExpression = rule.ScheduleExpression,
            State = rule.State,
            Description = rule.Description,
            RoleArn = rule.RoleArn,
            EventBusName = rule.EventBusName,
            CreatedBy = record.CreatedBy,
        };
    }
}
