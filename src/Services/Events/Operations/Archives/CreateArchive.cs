using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Events.Rules.Buses;
using Orrery.Services.Events.Rules.Keys;
using Orrery.Services.Events.Rules.Patterns;
using Orrery.Wire.Generated.Events;

namespace Orrery.Services.Events.Operations.Archives;

/// <summary>Begins to keep the events of a bus.</summary>
public sealed class CreateArchive : IWriteOperation<CreateArchiveRequest, CreateArchiveResult>
{
    /// <inheritdoc/>
    public CreateArchiveResult Run(CreateArchiveRequest request, Call call)
    {
        if (call.Read(Tables.Archives).Contains(new(request.ArchiveName!)))
            throw Errors.Exists($"Archive {request.ArchiveName}");
        var bus = Names.BusOf(request.EventSourceArn!) is { } source && source.Scope == call.Scope
            ? BusRules.Named(call, source.Name)
            : throw Errors.NotFound($"Event bus {request.EventSourceArn} of this account and Region");
        if (request.EventPattern is { } pattern)
            call.Port<PatternMemory>().Of(pattern);
        call.Write(Tables.Archives).Put(new()
        {
            Name = new(request.ArchiveName!),
            Bus = bus,
            Description = request.Description,
            Pattern = request.EventPattern,
            KmsKey = EventKeys.Checked(
                call, request.KmsKeyIdentifier, Names.Archive(call.Scope, request.ArchiveName!), bus),
            RetentionDays = request.RetentionDays ?? 0,
            Created = call.Now,
        });
        return new()
        {
            ArchiveArn = Names.Archive(call.Scope, request.ArchiveName!),
            State = ArchiveState.Enabled,
            CreationTime = call.Now,
        };
    }
}
