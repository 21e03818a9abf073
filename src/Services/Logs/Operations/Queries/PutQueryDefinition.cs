using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Keeps a query under a name, or changes one that is kept.</summary>
public sealed class PutQueryDefinition : IWriteOperation<PutQueryDefinitionRequest, PutQueryDefinitionResult>
{
    /// <inheritdoc/>
    public PutQueryDefinitionResult Run(PutQueryDefinitionRequest request, Call call)
    {
        if (request.QueryLanguage is not (null or QueryLanguage.Cwli) || request.Parameters is { Count: > 0 })
        {
            throw Errors.NotServed(request.Parameters is { Count: > 0 } ? "parameters of queries (parameters)" : "queryLanguage");
        }

        foreach (var name in request.LogGroupNames ?? [])
        {
            LogGroups.Get(call, name);
        }

        var table = call.Write(Tables.Definitions);
        if (request.QueryDefinitionId is { } known && !table.Contains(new(known)))
        {
            throw Errors.NotFound("The query definition does not exist.");
        }

        if (request.QueryDefinitionId is null && table.Count >= MostDefinitions)
        {
            throw Errors.Limit();
        }

        var id = request.QueryDefinitionId ?? call.NewId("d")[2..];
        table.Put(new()
        {
            Id = new(id), Name = request.Name!, Text = request.QueryString!, Groups = request.LogGroupNames, Modified = call.Now,
        });
        return new() { QueryDefinitionId = id };
    }

    // CloudWatch Logs User Guide, "CloudWatch Logs quotas": saved queries.
    private const int MostDefinitions = 1000;
}
