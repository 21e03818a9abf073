using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>Begins a report of which services somebody may use and when they last did.</summary>
public sealed class GenerateServiceLastAccessedDetails
    : IWriteOperation<GenerateServiceLastAccessedDetailsRequest, GenerateServiceLastAccessedDetailsResult>
{
    /// <inheritdoc/>
    public GenerateServiceLastAccessedDetailsResult Run(
        GenerateServiceLastAccessedDetailsRequest request, Call call)
    {
        AccessJobs.Check(call, request.Arn!);
        var id = Uuids.New(call);
        call.Ours(Tables.AccessJobs).Put(new()
        {
            Id = new(id),
            Arn = request.Arn!,
            WithActions = request.Granularity == AccessAdvisorUsageGranularityType.ActionLevel,
            CreatedAt = call.Now,
        });
        call.Settle(AccessJobs.Timer, AccessJobs.Time, id, Home.At(call));
        return new() { JobId = id };
    }
}
