using System.Globalization;
using System.Net;
using System.Text;
using Orrery.Contracts.Stores;
using Orrery.Core;
using Orrery.Host.Aws;
using Orrery.Host.Http;
using Orrery.Host.Logging;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>
/// Serves websites of buckets: each page is an anonymous GetObject, so what may be seen is decided as always. Source:
/// S3 user guide, "Hosting a static website using Amazon S3"; pages of errors as AWS words them.
/// </summary>
internal sealed class SiteApi(Station station, AwsApi aws) : IAnswerer
{
    private const string Redirected = "x-amz-website-redirect-location";

    private static readonly string[] Passed =
        ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "Range", "User-Agent", "Referer"];

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        if (request.Method is not ("GET" or "HEAD"))
            throw new ServiceException(
                "MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
        var world = await station.Worlds.FindAsync(choice.World);
        var front = world.Blueprint.Ports.Find<IStoreFront>()
            ?? throw new ServiceException("NotServed", "No service here has buckets.", 404);
        var asked = new SiteRequest(
            SiteAddress.BucketOf(request.Host)!, Uri.UnescapeDataString(choice.Path.TrimStart('/')), request.Host);
        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:Website", world.NewRequestId());
        var step = world.Query(info, call => front.Begin(call, asked))
            ?? throw new ServiceException(
                "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration", 404);
        if (step.Location is not null) return Redirect(step, request, choice);
        var answer = await GetAsync(request, choice, asked.Bucket, step.Key!, gone);
        if (answer.Response.Status < 400) return Shown(answer, request, choice);
        var status = answer.Response.Status;
        if (world.Query(info, call => front.Mend(call, asked, status)) is not { } mend) throw Explained(answer);
        if (mend.Location is not null) return Redirect(mend, request, choice);
        var page = await GetAsync(request, choice, asked.Bucket, mend.Key!, gone);
        if (page.Response.Status >= 400) throw Explained(answer);
        page.Response.Status = status;
        return OfSite(page with { Facts = page.Facts with { Status = status } }, request, status);
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal)
    {
        var title = $"{refusal.Status} {ReasonOf(refusal.Status)}";
        var page = $"""
            <html>
            <head><title>{title}</title></head>
            <body>
            <h1>{title}</h1>
            <ul>
            <li>Code: {WebUtility.HtmlEncode(refusal.Code)}</li>
            <li>Message: {WebUtility.HtmlEncode(refusal.Message)}</li>
            </ul>
            <hr/>
            </body>
            </html>

            """;
        var response = WireResponse.Of(refusal.Status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));
        response.Headers.Add("x-amz-error-code", refusal.Code);
        response.Headers.Add("x-amz-error-message", refusal.Message);
        return new(response, Facts(request, choice, refusal.Status) with { ErrorCode = refusal.Code });
    }

    private ValueTask<Answer> GetAsync(
        WireRequest request, WorldChoice choice, string bucket, string key, CancellationToken gone)
    {
        var headers = new WireHeaders { { "Host", "s3.localhost" } };
        foreach (var name in Passed)
        {
            if (request.Headers.Get(name) is { } value) headers.Add(name, value);
        }

        var path = Objects.PathOf(bucket, key);
        var inner = new WireRequest
        {
            // The answer to HEAD has no body, which the server sees to.
            Method = "GET",
            RawPath = path,
            Headers = headers,
            RemoteAddress = request.RemoteAddress,
        };
        return aws.AnswerAsync(inner, choice with { Path = path }, gone);
    }

    private static Answer Shown(Answer answer, WireRequest request, WorldChoice choice) =>
        answer.Response.Headers.Get(Redirected) is { } location
            ? Redirect(new() { Location = location }, request, choice)
            : OfSite(answer, request, answer.Response.Status);

    private static Answer OfSite(Answer answer, WireRequest request, int status) =>
        answer with { Visit = answer.Visit is { } visit ? Visits.OfSite(visit, request, status) : null };

    private static Answer Redirect(SiteStep step, WireRequest request, WorldChoice choice)
    {
        var response = new WireResponse(step.Status);
        response.Headers.Add("Location", step.Location!);
        return new(response, Facts(request, choice, step.Status));
    }

    private static ServiceException Explained(Answer answer) => new(
        answer.Facts.ErrorCode ?? "InternalError",
        answer.Facts.ErrorCode == "NoSuchKey" ? "The specified key does not exist." : "Access Denied",
        answer.Response.Status);

    private static string ReasonOf(int status) => status switch
    {
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => ((HttpStatusCode)status).ToString(),
    };

    private static RequestFacts Facts(WireRequest request, WorldChoice choice, int status) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RawPath}"), status, "")
        {
            World = choice.World,
        };
}
