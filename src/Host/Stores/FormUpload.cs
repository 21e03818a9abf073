using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Orrery.Contracts;
using Orrery.Contracts.Stores;
using Orrery.Core;
using Orrery.Host.Aws;
using Orrery.Host.Http;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>
/// Uploads by forms of browsers: what a form says becomes a PutObject of whoever signed its policy. Source: S3 API
/// Reference, "POST Object", "Authenticating requests: browser-based uploads using POST".
/// </summary>
internal sealed class FormUpload(Station station, AwsApi aws)
{
    private const string Form = "multipart/form-data";

    private static readonly string[] Headers =
    [
        "Cache-Control", "Content-MD5", "Content-Type", "Content-Disposition", "Content-Encoding", "Expires",
        "x-amz-storage-class", "x-amz-website-redirect-location", "x-amz-tagging",
    ];

    /// <summary>Whether a request is such a form.</summary>
    public static bool Is(WireRequest request) =>
        request.Method == "POST" && request.RawQuery.Length == 0
        && request.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the form in.</summary>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var world = await station.Worlds.FindAsync(choice.World);
        var reader = new FormReader(request.Body.OpenRead(), BoundaryOf(request));
        var file = (FormFile)await reader.ReadAsync(gone);
        // S3 user guide, "Access point compatibility": access points take no forms.
        if (PointHost.ArnOf(request.Host, GateOptions.FirstRegion) is not null) throw new ServiceException(
            "MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
        var bucket = Objects.BucketOf(request, null);
        var fields = reader.Fields;
        var now = station.Clock.GetUtcNow();
        var key = (Find(fields, "key") ?? throw Missing("key"))
            .Replace("${filename}", Path.GetFileName(reader.FileName!.Replace('\\', '/')), StringComparison.Ordinal);
        var path = Objects.PathOf(bucket, key);
        var inner = new WireRequest
        {
            Method = "PUT",
            RawPath = path,
            Headers = HeadersOf(fields, reader.FileType),
            Body = new(file, null) { IsPart = true },
            RemoteAddress = request.RemoteAddress,
        };
        if (Find(fields, "policy") is { } policy)
        {
            var claim = FormClaim.Read(fields, () => RegionOf(world, bucket));
            var read = FormPolicy.Read(policy);
            read.Check(fields, bucket, now);
            if (read.Range is { } range) file.Check = (count, isAll) => CheckSize(count, isAll, range);
            FormSigning.Sign(inner, claim, policy, id => PrincipalOf(world, id), now);
        }

        var answer = await aws.AnswerAsync(inner, choice with { Path = path }, gone);
        return answer.Response.Status == 200 ? Success(request, fields, bucket, key, answer) : answer;
    }

    // Whoever names no bucket that there is hears so from the request that is made of the form.
    private static string RegionOf(World world, string bucket)
    {
        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:FindBucket", world.NewRequestId());
        return world.Query(info, call => call.FindPort<IStoreLedger>()?.ScopeOf(call, bucket))?.Region ?? "us-east-1";
    }

    private static Principal? PrincipalOf(World world, string accessKeyId)
    {
        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:Authenticate", world.NewRequestId());
        return world.Query(info, call => call.FindPort<IPrincipals>()?.Find(call, accessKeyId));
    }

    private static WireHeaders HeadersOf(List<KeyValuePair<string, string>> fields, string? fileType)
    {
        var headers = new WireHeaders { { "Host", "s3.localhost" } };
        foreach (var (name, value) in fields)
        {
            if (name.Equals("acl", StringComparison.OrdinalIgnoreCase)) headers.Set("x-amz-acl", value);
            else if (name.Equals("tagging", StringComparison.OrdinalIgnoreCase))
                headers.Set("x-amz-tagging", Tags(value));
            else if (name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("x-amz-server-side-encryption", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase)
                || Headers.Contains(name, StringComparer.OrdinalIgnoreCase)) headers.Set(name, value);
        }

        if (!headers.Contains("Content-Type") && fileType is not null) headers.Set("Content-Type", fileType);
        return headers;
    }

    // A form gives tags as a document: <Tagging><TagSet><Tag><Key>…
    private static string Tags(string xml)
    {
        var tags = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("Key" or "Value")) continue;
                var isKey = reader.LocalName == "Key";
                reader.Read();
                var text = reader.NodeType == XmlNodeType.Text ? WebUtility.UrlEncode(reader.Value) : "";
                tags.Append(isKey ? (tags.Length > 0 ? "&" : "") : "=").Append(text);
            }

            return tags.ToString();
        }
        catch (XmlException)
        {
            throw new ServiceException("MalformedXML", "The tagging of the form is not well-formed.", 400);
        }
    }

    private static Answer Success(
        WireRequest request, List<KeyValuePair<string, string>> fields, string bucket, string key, Answer answer)
    {
        var etag = answer.Response.Headers.Get("ETag") ?? "";
        var location = $"http://{request.Host}/{bucket}/{Uri.EscapeDataString(key)}";
        var redirect = Find(fields, "success_action_redirect") ?? Find(fields, "redirect");
        if (redirect is not null && Uri.TryCreate(redirect, UriKind.Absolute, out _))
        {
            var mark = redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            location = $"{redirect}{mark}bucket={Uri.EscapeDataString(bucket)}&key={Uri.EscapeDataString(key)}"
                + $"&etag={Uri.EscapeDataString(etag)}";
            return With(answer, 303, location, null);
        }

        return Find(fields, "success_action_status") switch
        {
            "200" => With(answer, 200, location, null),
            "201" => With(answer, 201, location, $"""
                <?xml version="1.0" encoding="UTF-8"?>
                <PostResponse><Location>{WebUtility.HtmlEncode(location)}</Location><Bucket>{bucket}</Bucket><Key>{
                    WebUtility.HtmlEncode(key)}</Key><ETag>{WebUtility.HtmlEncode(etag)}</ETag></PostResponse>
                """),
            _ => With(answer, 204, location, null),
        };
    }

    private static Answer With(Answer answer, int status, string location, string? body)
    {
        var response = answer.Response;
        response.Status = status;
        response.Headers.Set("Location", location);
        response.Body = body is null ? default : Encoding.UTF8.GetBytes(body);
        if (body is not null) response.Headers.Set("Content-Type", "application/xml");
        return answer with { Facts = answer.Facts with { Status = status } };
    }

    private static void CheckSize(long count, bool isAll, (long Least, long Most) range)
    {
        if (count > range.Most)
            throw new ServiceException(
                "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400);
        if (isAll && count < range.Least)
            throw new ServiceException(
                "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400);
    }

    private static string? Find(List<KeyValuePair<string, string>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return field.Value;
        }

        return null;
    }

    private static string BoundaryOf(WireRequest request)
    {
        const string Mark = "boundary=";
        var type = request.Headers.Get("Content-Type") ?? "";
        var at = type.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        var boundary = at < 0 ? "" : type[(at + Mark.Length)..].Split(';')[0].Trim().Trim('"');
        return boundary.Length > 0 ? boundary : throw new ServiceException(
            "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.", 400);
    }

    private static ServiceException Missing(string field) => new(
        "InvalidArgument",
        string.Create(CultureInfo.InvariantCulture, $"Bucket POST must contain a field named '{field}'. If it is "
            + $"specified, please check the order of the fields."), 400);
}
