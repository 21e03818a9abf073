using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>A report of which services somebody may use and when they last did.</summary>
public sealed class GetServiceLastAccessedDetails
    : IReadOperation<GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResult>
{
    /// <inheritdoc/>
    public GetServiceLastAccessedDetailsResult Run(GetServiceLastAccessedDetailsRequest request, ReadCall call)
    {
        var job = AccessJobs.Get(call, request.JobId!);
        var page = Page.Of(job.Services, s => s.Service, request.Marker, request.MaxItems);
        return new()
        {
            JobStatus = job.CompletedAt is null ? JobStatusType.InProgress : JobStatusType.Completed,
            JobType = job.WithActions
                ? AccessAdvisorUsageGranularityType.ActionLevel : AccessAdvisorUsageGranularityType.ServiceLevel,
            JobCreationDate = job.CreatedAt,
            JobCompletionDate = job.CompletedAt,
            ServicesLastAccessed = page.Of(s => Show(job, s)).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static ServiceLastAccessed Show(AccessJobRecord job, AccessedServiceRecord service)
    {
        var last = service.Uses.Count > 0 ? service.Uses[0] : null;
        return new()
        {
            ServiceName = service.Service,
            ServiceNamespace = service.Service,
            LastAuthenticated = last?.At,
            LastAuthenticatedEntity = last?.Principal,
            LastAuthenticatedRegion = last?.Region,
            TotalAuthenticatedEntities = service.Uses.Select(u => u.Principal).Distinct().Count(),
            TrackedActionsLastAccessed = job.WithActions ? [.. service.Uses.Select(Action)] : null,
        };
    }

    private static TrackedActionLastAccessed Action(CallUse use) => new()
    {
        ActionName = use.Action,
        LastAccessedEntity = use.Principal,
        LastAccessedTime = use.At,
        LastAccessedRegion = use.Region,
    };
}
