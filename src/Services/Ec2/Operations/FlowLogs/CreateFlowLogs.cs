using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.FlowLogs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.FlowLogs;

/// <summary>
/// Makes a flow log for each of several resources. A resource that cannot have one is told among the unsuccessful
/// items; where none can, the first one's error is the answer (that is guessed), unless it is about the bucket.
/// </summary>
public sealed class CreateFlowLogs : IWriteOperation<CreateFlowLogsRequest, CreateFlowLogsResult>
{
    /// <inheritdoc/>
    public CreateFlowLogsResult Run(CreateFlowLogsRequest request, Call call)
    {
        FlowLogRules.Check(request);
        var made = new List<string>();
        var failed = new List<(string Id, ServiceException Error)>();
        foreach (var resource in request.ResourceIds!)
        {
            try
            {
                made.Add(Make(call, request, resource));
            }
            catch (ServiceException refusal)
            {
                failed.Add((resource, refusal));
            }
        }

        if (made.Count == 0 && failed[0].Error.Code != FlowLogPlaces.NotLetIn)
        {
            throw failed[0].Error;
        }

        return new()
        {
            FlowLogIds = made,
            ClientToken = request.ClientToken,
            Unsuccessful =
            [
                .. failed.Select(f => new UnsuccessfulItem
                {
                    ResourceId = f.Id, Error = new() { Code = f.Error.Code, Message = f.Error.Message },
                }),
            ],
        };
    }

    private static string Make(Call call, CreateFlowLogsRequest request, string resource)
    {
        var log = FlowLogRules.Wanted(request, resource) with
        {
            Id = call.NewId<FlowLogId>(), CreationTime = call.Now,
        };
        FlowLogRules.CheckResource(call, log);
        FlowLogRules.CheckNew(call, log);
        FlowLogPlaces.CheckLetIn(call, log);
        var tags = TagRules.ForNew(FlowLogKinds.FlowLog, request.TagSpecifications);
        foreach (var tag in tags)
        {
            TagRules.Check(tag);
        }

        call.Write(FlowLogTables.FlowLogs).Put(log);
        TagStore.PutNew(call, FlowLogKinds.FlowLog, log.Id.Value, request.TagSpecifications);
        return log.Id.Value;
    }
}
