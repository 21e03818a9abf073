using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>Who used a service, of those whom a report is of.</summary>
public sealed class GetServiceLastAccessedDetailsWithEntities
    : IReadOperation<GetServiceLastAccessedDetailsWithEntitiesRequest, GetServiceLastAccessedDetailsWithEntitiesResult>
{
    /// <inheritdoc/>
    public GetServiceLastAccessedDetailsWithEntitiesResult Run(
        GetServiceLastAccessedDetailsWithEntitiesRequest request, ReadCall call)
    {
        var job = AccessJobs.Get(call, request.JobId!);
        var service = job.Services.FirstOrDefault(s => s.Service == request.ServiceNamespace);
        var uses = (service?.Uses ?? []).DistinctBy(u => u.Principal);
        var page = Page.InOrder(uses, request.Marker, request.MaxItems);
        return new()
        {
            JobStatus = job.CompletedAt is null ? JobStatusType.InProgress : JobStatusType.Completed,
            JobCreationDate = job.CreatedAt,
            JobCompletionDate = job.CompletedAt,
            EntityDetailsList = page.Of(use =>
            {
                var holder = ByArn.Holder(call, use.Principal);
                return new EntityDetails
                {
                    LastAuthenticated = use.At,
                    EntityInfo = new()
                    {
                        Arn = holder.Arn,
                        Name = holder.Name,
                        Id = holder.Id,
                        Path = holder.Path,
                        Type = holder is RoleRecord ? PolicyOwnerEntityType.Role : PolicyOwnerEntityType.User,
                    },
                };
            }).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
