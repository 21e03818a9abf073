using System.Text;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>The report of all credentials.</summary>
public sealed class GetCredentialReport : IReadOperation<GetCredentialReportRequest, GetCredentialReportResult>
{
    /// <inheritdoc/>
    public GetCredentialReportResult Run(GetCredentialReportRequest request, ReadCall call)
    {
        var account = Home.Account(call);
        if (account.Report is not { } report)
        {
            throw account.ReportIsComing
                ? new ServiceException("ReportInProgress", "Report generation is in progress.", 404)
                : new ServiceException(
                    "ReportNotPresent", "No report is present: call GenerateCredentialReport first.", 410);
        }

        if (account.ReportedAt + CredentialReport.Life <= call.Now)
            throw new ServiceException(
                "ReportExpired", "The report has expired: call GenerateCredentialReport again.", 410);
        return new()
        {
            Content = Encoding.UTF8.GetBytes(report),
            ReportFormat = ReportFormatType.TextCsv,
            GeneratedTime = account.ReportedAt,
        };
    }
}
