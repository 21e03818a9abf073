using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>Begins a report of all credentials, unless one of the last four hours is there.</summary>
public sealed class GenerateCredentialReport
    : IWriteOperation<GenerateCredentialReportRequest, GenerateCredentialReportResult>
{
    /// <inheritdoc/>
    public GenerateCredentialReportResult Run(GenerateCredentialReportRequest request, Call call)
    {
        var account = Home.Account(call);
        if (account.ReportedAt + CredentialReport.Life > call.Now) return new() { State = ReportStateType.Complete };
        if (account.ReportIsComing) return new() { State = ReportStateType.Inprogress };
        call.Ours(Tables.Accounts).Put(account with { ReportIsComing = true });
        call.Settle(CredentialReport.Timer, CredentialReport.Time, call.Account, Home.At(call));
        return new()
        {
            State = ReportStateType.Started,
            Description = "No report exists. Starting a new report generation task",
        };
    }
}
