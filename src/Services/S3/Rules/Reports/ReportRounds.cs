using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>Reports that take several calls: begun when they are due, gone on with at once, and due again.</summary>
internal static class ReportRounds
{
    /// <summary>Begins a report, or goes on with it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="timer">The timer that fired.</param>
    /// <param name="begun">The report where it is new.</param>
    /// <param name="next">When the one after it is due.</param>
    /// <param name="go">Does some of it; gives how it goes on, or null where it is done.</param>
    public static void Turn(
        Call call, (string Kind, string Subject) timer, ReportRecord begun, DateTimeOffset next,
        Func<ReportRecord, ReportRecord?> go)
    {
        var reports = call.Write(Tables.Reports);
        if (reports.Find(begun.Place) is not { } report)
        {
            report = begun;
            call.Schedule(timer.Kind, next, timer.Subject, call.Scope);
        }

        if (go(report) is { } rest)
        {
            reports.Put(rest);
            call.Schedule(timer.Kind, call.Now, timer.Subject, call.Scope);
        }
        else
        {
            reports.Remove(report.Place);
        }
    }
}
