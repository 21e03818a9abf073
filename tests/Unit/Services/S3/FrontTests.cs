using Orrery.Contracts.Stores;
using Orrery.Services.S3.Operations.Fronts;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>What buckets say to browsers: other origins, websites, who pays.</summary>
public sealed class FrontTests
{
    private readonly Shop _shop = new();

    // S3 user guide, "Elements of a CORS configuration": origin, method and each header have to fit one rule.
    [Theory]
    [InlineData("https://a.example.com", "GET", "", "https://a.example.com")]
    [InlineData("https://a.example.com", "PUT", "", null)]
    [InlineData("http://a.example.com", "GET", "", "*")]
    [InlineData("https://a.example.com", "GET", "X-Amz-Date", "https://a.example.com")]
    [InlineData("https://a.example.com", "GET", "x-amz-date,other", null)]
    [InlineData("http://else.org", "HEAD", "", null)]
    public void An_origin_is_let_in_by_a_rule_that_fits_all_of_it(
        string origin, string method, string headers, string? allowed)
    {
        _shop.Rig.Run(new PutBucketCors(), new PutBucketCorsRequest
        {
            Bucket = Shop.Bucket,
            CORSConfiguration = new()
            {
                CORSRules =
                [
                    new()
                    {
                        AllowedOrigins = ["https://*.example.com"],
                        AllowedMethods = ["GET"],
                        AllowedHeaders = ["x-amz-*"],
                    },
                    new() { AllowedOrigins = ["*"], AllowedMethods = ["GET"] },
                ],
            },
        });
        var answer = _shop.Rig.Ask(call => call.Port<IStoreFront>().Answer(
            call, Shop.Bucket, new(origin, method, headers.Split(',', StringSplitOptions.RemoveEmptyEntries))))!;
        Assert.True(answer.IsConfigured);
        Assert.Equal(allowed, answer.Headers?.Single(static h => h.Key == "Access-Control-Allow-Origin").Value);
        _shop.Rig.Run(new DeleteBucketCors(), new DeleteBucketCorsRequest { Bucket = Shop.Bucket });
        Assert.Equal("NoSuchCORSConfiguration", _shop.Rig.Refused(
            new GetBucketCors(), new GetBucketCorsRequest { Bucket = Shop.Bucket }));
    }

    [Theory]
    [InlineData("PATCH", "*", "InvalidRequest")]
    [InlineData("GET", "http://*.*", "InvalidRequest")]
    [InlineData(null, "*", "MalformedXML")]
    public void Rules_for_origins_that_cannot_be_are_refused(string? method, string origin, string code) =>
        Assert.Equal(code, _shop.Rig.Refused(new PutBucketCors(), new PutBucketCorsRequest
        {
            Bucket = Shop.Bucket,
            CORSConfiguration = new()
            {
                CORSRules = [new() { AllowedOrigins = [origin], AllowedMethods = method is null ? [] : [method] }],
            },
        }));

    [Theory]
    [InlineData("", "index.html", null)]
    [InlineData("docs/", "docs/index.html", null)]
    [InlineData("page", "page", null)]
    [InlineData("old/x y", null, "http://host/new/x%20y")]
    [InlineData("gone", null, "https://example.com/here")]
    public void A_website_serves_its_index_and_follows_its_rules(string key, string? served, string? location)
    {
        Site(Rules());
        var step = Begin(key)!;
        Assert.Equal(served, step.Key);
        Assert.Equal(location, step.Location);
    }

    [Fact]
    public void A_website_mends_what_is_missing()
    {
        Site(Rules());
        _shop.Put("docs/index.html", "x");
        Assert.Equal(("/docs/", 302), Mend("docs", 404));
        Assert.Equal(("http://host/api/x", 301), Mend("lost/x", 404));
        Assert.Equal("error.html", Ask(front => (call => front.Mend(call, Request("other"), 404)))!.Key);
        var site = _shop.Rig.Run(new GetBucketWebsite(), new GetBucketWebsiteRequest { Bucket = Shop.Bucket });
        Assert.Equal("index.html", site.IndexDocument!.Suffix);
        _shop.Rig.Run(new DeleteBucketWebsite(), new DeleteBucketWebsiteRequest { Bucket = Shop.Bucket });
        Assert.Null(Begin(""));
    }

    [Fact]
    public void A_website_may_send_everybody_elsewhere()
    {
        Site(new() { RedirectAllRequestsTo = new() { HostName = "example.com", Protocol = Protocol.Https } });
        Assert.Equal("https://example.com/a/b", Begin("a/b")!.Location);
    }

    [Theory]
    [InlineData("a/b", "301", "404", "InvalidArgument")]
    [InlineData("i", "200", "404", "InvalidArgument")]
    [InlineData("i", "301", "200", "InvalidArgument")]
    public void Websites_that_cannot_be_are_refused(string suffix, string redirect, string error, string code)
    {
        Assert.Equal(code, _shop.Rig.Refused(new PutBucketWebsite(), new PutBucketWebsiteRequest
        {
            Bucket = Shop.Bucket,
            WebsiteConfiguration = new()
            {
                IndexDocument = new() { Suffix = suffix },
                RoutingRules =
                [
                    new()
                    {
                        Condition = new() { HttpErrorCodeReturnedEquals = error },
                        Redirect = new() { HttpRedirectCode = redirect },
                    },
                ],
            },
        }));
    }

    [Fact]
    public void Who_pays_and_what_is_accelerated_is_kept()
    {
        _shop.Rig.Run(new PutBucketRequestPayment(), new PutBucketRequestPaymentRequest
        {
            Bucket = Shop.Bucket, RequestPaymentConfiguration = new() { Payer = Payer.Requester },
        });
        Assert.Equal(Payer.Requester, _shop.Rig.Run(
            new GetBucketRequestPayment(), new GetBucketRequestPaymentRequest { Bucket = Shop.Bucket }).Payer);
        _shop.Rig.Run(new PutBucketAccelerateConfiguration(), new PutBucketAccelerateConfigurationRequest
        {
            Bucket = Shop.Bucket, AccelerateConfiguration = new() { Status = BucketAccelerateStatus.Enabled },
        });
        Assert.Equal(BucketAccelerateStatus.Enabled, _shop.Rig.Run(
            new GetBucketAccelerateConfiguration(),
            new GetBucketAccelerateConfigurationRequest { Bucket = Shop.Bucket }).Status);
        _shop.Make("with.periods");
        Assert.Equal("InvalidRequest", _shop.Rig.Refused(new PutBucketAccelerateConfiguration(), new()
        {
            Bucket = "with.periods", AccelerateConfiguration = new() { Status = BucketAccelerateStatus.Enabled },
        }));
    }

    private static WebsiteConfiguration Rules() => new()
    {
        IndexDocument = new() { Suffix = "index.html" },
        ErrorDocument = new() { Key = "error.html" },
        RoutingRules =
        [
            new()
            {
                Condition = new() { KeyPrefixEquals = "old/" }, Redirect = new() { ReplaceKeyPrefixWith = "new/" },
            },
            new()
            {
                Condition = new() { KeyPrefixEquals = "gone" },
                Redirect = new() { HostName = "example.com", Protocol = Protocol.Https, ReplaceKeyWith = "here" },
            },
            new()
            {
                Condition = new() { KeyPrefixEquals = "lost/", HttpErrorCodeReturnedEquals = "404" },
                Redirect = new() { ReplaceKeyPrefixWith = "api/" },
            },
        ],
    };

    private void Site(WebsiteConfiguration site) => _shop.Rig.Run(
        new PutBucketWebsite(), new PutBucketWebsiteRequest { Bucket = Shop.Bucket, WebsiteConfiguration = site });

    private static SiteRequest Request(string key) => new(Shop.Bucket, key, "host");

    private SiteStep? Begin(string key) => Ask(front => (call => front.Begin(call, Request(key))));

    private (string?, int) Mend(string key, int status)
    {
        var step = Ask(front => (call => front.Mend(call, Request(key), status)))!;
        return (step.Location, step.Status);
    }

    private SiteStep? Ask(Func<IStoreFront, Func<Orrery.Kernel.Calls.ReadCall, SiteStep?>> ask) =>
        _shop.Rig.Ask(call => ask(call.Port<IStoreFront>())(call));
}
