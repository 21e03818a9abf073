using Orrery.Contracts.Identity;

namespace Orrery.Services.AccessAnalyzer.Operations.PolicyGeneration;

/// <summary>Begins to make a policy of what a user or role did. Refused: cloudTrailDetails, there is no CloudTrail to
/// read.</summary>
public sealed class StartPolicyGeneration : IWriteOperation<StartPolicyGenerationRequest, StartPolicyGenerationResult>
{
    /// <inheritdoc/>
    public StartPolicyGenerationResult Run(StartPolicyGenerationRequest request, Call call)
    {
        if (request.CloudTrailDetails is not null) throw Errors.NotServed("cloudTrailDetails");
        var arn = request.PolicyGenerationDetails!.PrincipalArn!;
        if (call.FindPort<IPrincipalDirectory>()?.All(call).All(e => e.Facts.PrincipalArn != arn) is not false
            || arn.Split(':') is not [_, _, _, _, var account, _] || account != call.Account)
        {
            throw Errors.Validation($"There is no user or role {arn} in the account.");
        }

        // Source: IAM User Guide, "IAM Access Analyzer quotas": one generation at a time.
        if (call.Read(Tables.Generations).All().Any(g => g.Status == JobStatus.InProgress))
            throw Errors.Quota("A policy is being generated already.");
        var id = Uuids.New(call);
        call.Write(Tables.Generations).Put(new() { Id = new(id), Principal = arn, StartedAt = call.Now });
        call.Settle(Generation.Timer, Generation.Time, id);
        return new() { JobId = id };
    }
}
