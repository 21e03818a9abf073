namespace Orrery.Services.Iam.Rules;

/// <summary>Makes credential reports.</summary>
internal sealed class ReportLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => CredentialReport.Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) =>
        call.Ours(Tables.Accounts).Put(Home.Account(call) with
        {
            Report = CredentialReport.Of(call), ReportedAt = call.Now, ReportIsComing = false,
        });
}
