using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Delivering;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Events;

/// <summary>
/// Puts up to ten events on buses; each stands for itself, and what is wrong with one is told in its place.
/// </summary>
public sealed class PutEvents : IWriteOperation<PutEventsRequest, PutEventsResult>
{
    /// <inheritdoc/>
    public PutEventsResult Run(PutEventsRequest request, Call call)
    {
        if (request.EndpointId is not null)
            throw Errors.NotServed("EndpointId of PutEvents: global endpoints");
        EntryRules.CheckSize(request.Entries!);
        var answers = request.Entries!.Select(entry => EntryRules.Put(call, entry)).ToList();
        return new() { FailedEntryCount = answers.Count(a => a.ErrorCode is not null), Entries = answers };
    }
}
