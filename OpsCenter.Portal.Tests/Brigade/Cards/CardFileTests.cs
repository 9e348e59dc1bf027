using FluentAssertions;
using OpsCenter.Brigade.Cards;
using OpsCenter.Brigade.Hosting;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Brigade.Cards;

public sealed class CardFileTests : IDisposable
{
    private static readonly StoredCard Card = new("{ \"version\": 3 }"u8.ToArray(), new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero));

    private readonly TestFolder folder = new();
    private readonly BrigadeFolder held;
    private readonly CardFile file;

    public CardFileTests()
    {
        held = BrigadeFolder.Take(folder.Data.Path);
        file = new CardFile(held, Options("http://localhost:8000/"));
    }

    public void Dispose()
    {
        held.Dispose();
        folder.Remove();
    }

    [Fact]
    public void Without_a_file_there_is_no_card() => file.Load().Should().BeNull();

    [Fact]
    public void A_card_is_read_as_it_was_kept()
    {
        file.Save(Card with { Body = "{}"u8.ToArray() });
        file.Save(Card);

        var read = file.Load()!;

        read.Body.ToArray().Should().Equal(Card.Body.ToArray());
        read.FetchedAt.Should().Be(Card.FetchedAt);
    }

    [Fact]
    public void A_file_torn_at_any_byte_is_noticed()
    {
        file.Save(Card);
        var whole = File.ReadAllBytes(file.Location);

        for (var cut = 0; cut < whole.Length; cut++)
        {
            File.WriteAllBytes(file.Location, whole[..cut]);

            var load = () => file.Load();

            load.Should().Throw<FormatException>("it was cut after {0} bytes", cut);
        }
    }

    [Fact]
    public void A_card_of_another_Ops_Center_is_not_used()
    {
        file.Save(Card);

        var load = () => new CardFile(held, Options("http://other:8000/")).Load();

        load.Should().Throw<FormatException>().WithMessage("*http://localhost:8000/*");
    }

    private BrigadeOptions Options(string url) => new()
    {
        OpsCenterUrl = new Uri(url),
        OpsCenterKey = "key",
        CallerKey = "key",
        Urls = "http://localhost:0",
        Data = folder.Data.Path,
        PollEvery = TimeSpan.FromSeconds(10),
    };
}
