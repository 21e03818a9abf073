using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Filters;

/// <summary>Makes a metric filter, or changes the one of this name.</summary>
public sealed class PutMetricFilter : IWriteOperation<PutMetricFilterRequest, PutMetricFilterResult>
{
    /// <inheritdoc/>
    public PutMetricFilterResult Run(PutMetricFilterRequest request, Call call)
    {
        var group = LogGroups.Get(call, request.LogGroupName!);
        FilterRules.CheckClass(group);
        FilterRules.RefuseLater(request.ApplyOnTransformedLogs, request.FieldSelectionCriteria, request.EmitSystemFieldDimensions);
        FilterRules.CheckRegex(call, group, request.FilterName!, request.FilterPattern!);
        var metric = request.MetricTransformations![0];
        FilterRules.CheckMetric(metric);
        var filters = call.Write(Tables.MetricFilters);
        var key = PartKey.Of(group.Name.Value, request.FilterName!);
        var old = filters.Find(key);
        if (old is null && filters.CountBy(Tables.MetricFiltersByGroup, group.Name.Value) >= FilterRules.MostMetricFilters)
        {
            throw Errors.Limit();
        }

        filters.Put(new()
        {
            Key = key,
            Group = group.Name.Value,
            Name = request.FilterName!,
            Pattern = request.FilterPattern!,
            MetricName = metric.MetricName!,
            Namespace = metric.MetricNamespace!,
            Value = metric.MetricValue!,
            DefaultValue = metric.DefaultValue,
            Dimensions = metric.Dimensions,
            Unit = metric.Unit,
            CreationTime = old?.CreationTime ?? call.Now,
        });
        return new();
    }
}
