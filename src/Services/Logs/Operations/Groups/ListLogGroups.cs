using System.Text.RegularExpressions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>Lists log groups with short answers; the pattern is a few parts of names, each perhaps bound to the beginning.</summary>
public sealed class ListLogGroups : IReadOperation<ListLogGroupsRequest, ListLogGroupsResult>
{
    /// <inheritdoc/>
    public ListLogGroupsResult Run(ListLogGroupsRequest request, ReadCall call)
    {
        GroupQuery.CheckLinked(call, request.IncludeLinkedAccounts, request.AccountIdentifiers);
        if (request.DataSources is not null || request.FieldIndexNames is not null)
        {
            throw Errors.NotServed(request.DataSources is not null ? "dataSources" : "fieldIndexNames");
        }

        // The model's pattern leaves nothing in it that could be an operator, but for ^, . and |.
        var pattern = request.LogGroupNamePattern is { } text
            ? new Regex(text.Replace(".", "\\.", StringComparison.Ordinal), RegexOptions.NonBacktracking)
            : null;
        var all = call.Read(Tables.Groups).All()
            .Where(g => pattern?.IsMatch(g.Name.Value) != false)
            .Where(g => request.LogGroupClass is not { } type || g.Class == type)
            .Where(g => GroupQuery.HasTags(g, request.LogGroupTags));
        var (page, next) = Pages.Of(all, g => g.Name.Value, request.NextToken, request.Limit ?? 50);
        return new()
        {
            LogGroups =
            [
                .. page.Select(g => new LogGroupSummary
                {
                    LogGroupName = g.Name.Value,
                    LogGroupArn = Arns.Group(call.Scope, g.Name.Value),
                    LogGroupClass = g.Class,
                }),
            ],
            NextToken = next,
        };
    }
}
