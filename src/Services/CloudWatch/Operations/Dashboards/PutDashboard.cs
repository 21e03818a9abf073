using System.Text.RegularExpressions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Rules.Dashboards;
using Orrery.Services.CloudWatch.Tagging;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Operations.Dashboards;

/// <summary>Makes a dashboard or replaces it. Only a new one gets tags (botocore documentation, Tags).</summary>
public sealed partial class PutDashboard : IWriteOperation<PutDashboardRequest, PutDashboardResult>
{
    private const int MostName = 255;

    /// <inheritdoc/>
    public PutDashboardResult Run(PutDashboardRequest request, Call call)
    {
        var name = request.DashboardName!;
        if (name.Length > MostName || !NameForm().IsMatch(name))
        {
            throw Invalid(
                $"The value {name} for field DashboardName contains invalid characters. It can only contain"
                + " alphanumerics, dash (-) and underscore (_).");
        }

        var faults = BodyRules.Check(request.DashboardBody!);
        if (faults.Any(fault => fault.IsError))
        {
            var errors = faults.Where(fault => fault.IsError)
                .Select(fault => $"{fault.Path}: {fault.Message}").ToList();
            throw Invalid(
                $"The field DashboardBody is invalid, there are {errors.Count} validation errors:"
                + $" {string.Join("; ", errors)}");
        }

        var dashboards = call.Write(MetricTables.Dashboards, Rules.Dashboards.Dashboards.ScopeOf(call));
        if (dashboards.Find(new(name)) is null && request.Tags is { Count: > 0 } tags)
            TagStore.Put(call, Rules.Dashboards.Dashboards.ArnOf(call, name), tags);
        dashboards.Put(new(new(name), request.DashboardBody!, call.Now));
        return new()
        {
            DashboardValidationMessages =
            [
                .. faults.Select(
                    fault => new DashboardValidationMessage { DataPath = fault.Path, Message = fault.Message }),
            ],
        };
    }

    private static ServiceException Invalid(string message) => new("InvalidParameterInput", message);

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex NameForm();
}
